// Problems of how elements are joined: flows, starts, ends, boundaries, gateways, pools (BPMN 2.0.2 chapters 8, 10 and 13).
import type { Words } from './json.ts';

export const shapeProblems = {
  'process.none': { zh: '图中没有流程。请画一个流程。', en: 'The drawing has no process. Draw one.' },
  'scope.empty': {
    zh: '流程或子流程是空的。请画出步骤，或删去它。',
    en: 'The process or subprocess is empty. Draw its steps, or remove it.',
  },
  'flow.dangling': {
    zh: '顺序流的一端没有连到元素。请连好两端，或删去它。',
    en: 'An end of the sequence flow is not connected. Connect both ends, or remove it.',
  },
  'flow.wrong-end': {
    zh: '顺序流连到了「{target}」，它不是步骤、事件或网关。请改连。',
    en: 'The sequence flow is connected to "{target}", which is no activity, event or gateway. Connect it elsewhere.',
  },
  'flow.crosses-scope': {
    zh: '顺序流越过了流程或子流程的边界。请在同一层内连接，跨流程用消息流。',
    en: 'The sequence flow crosses the border of a process or subprocess. Connect within one level; use a message flow between processes.',
  },
  'flow.inconsistent': {
    zh: '元素列出的顺序流「{flow}」并不连在它上面。请改正 incoming/outgoing。',
    en: 'The element lists the sequence flow "{flow}", which is not connected to it. Mend its incoming/outgoing.',
  },
  'flow.condition-misplaced': {
    zh: '从这类元素出来的顺序流不能带条件。请删去条件，或改用排他、包容网关。',
    en: 'A sequence flow out of such an element cannot have a condition. Remove it, or use an exclusive or inclusive gateway.',
  },
  'flow.condition-missing': {
    zh: '排他网关的这条分支没有条件，也不是默认分支。请填写条件，或设为默认。',
    en: 'This branch of the exclusive gateway has neither a condition nor is it the default. Write a condition, or make it the default.',
  },
  'default.wrong': {
    zh: '默认分支「{flow}」不是从这个元素出来的。请改选它自己的分支。',
    en: 'The default flow "{flow}" does not leave this element. Choose one of its own.',
  },
  'default.conditional': {
    zh: '默认分支不能带条件。请删去条件。',
    en: 'The default flow cannot have a condition. Remove the condition.',
  },
  'start.none': {
    zh: '没有起点：每个元素都有流入。请画一个开始事件。',
    en: 'There is no start: every element has an incoming flow. Draw a start event.',
  },
  'start.several-none': {
    zh: '有不止一个无类型的开始事件。请只保留一个，其余改为消息、定时等开始事件。',
    en: 'There is more than one plain start event. Keep one, and give the others a message, timer or the like.',
  },
  'start.has-incoming': { zh: '开始事件不能有流入。请删去流入的顺序流。', en: 'A start event cannot have an incoming flow. Remove it.' },
  'start.wrong-trigger': {
    zh: '流程的开始事件不能是{trigger}。请改为无类型、消息、定时或信号开始事件。',
    en: 'A process cannot start with {trigger}. Use a plain, message, timer or signal start event.',
  },
  'subprocess.start-not-none': {
    zh: '内嵌子流程的开始事件必须是无类型的。请去掉它的类型。',
    en: 'The start event of an embedded subprocess must be a plain one. Remove its type.',
  },
  'subprocess.event-start': {
    zh: '事件子流程必须恰有一个带触发的开始事件。请给它一个触发类型。',
    en: 'An event subprocess has exactly one start event, with a trigger. Give it one.',
  },
  'subprocess.event-flows': {
    zh: '事件子流程不能有流入或流出：它由事件启动。请删去这些顺序流。',
    en: 'An event subprocess can have no incoming or outgoing flow: its event starts it. Remove these flows.',
  },
  'subprocess.event-loop': {
    zh: '事件子流程不能循环或多实例。请去掉标记；不中断的事件子流程本来就可多次发生。',
    en: 'An event subprocess cannot be repeated by a marker. Remove it; one that does not interrupt may happen several times anyway.',
  },
  'subprocess.event-boundary': {
    zh: '事件子流程上不能附着边界事件。请移去，或画在事件子流程里面的步骤上。',
    en: 'An event subprocess can have no boundary events. Remove it, or put it on a step inside.',
  },
  'start.error-not-interrupting': {
    zh: '错误开始事件必须中断。请改为中断型。',
    en: 'An error start event always interrupts. Make it interrupting.',
  },
  'end.has-outgoing': { zh: '结束事件不能有流出。请删去流出的顺序流。', en: 'An end event cannot have an outgoing flow. Remove it.' },
  'end.wrong-trigger': {
    zh: '结束事件不能是{trigger}。请改为结束事件允许的类型。',
    en: 'An end event cannot have {trigger}. Use a type that end events may have.',
  },
  'catch.wrong-trigger': {
    zh: '中间捕获事件不能是{trigger}。请改为消息、定时或信号。',
    en: 'An intermediate catching event cannot have {trigger}. Use a message, timer or signal.',
  },
  'throw.wrong-trigger': {
    zh: '中间抛出事件不能是{trigger}。请改为无类型、消息或信号。',
    en: 'An intermediate throwing event cannot have {trigger}. Use a plain event, a message or a signal.',
  },
  'boundary.host': {
    zh: '边界事件没有附着在同一层的活动上。请把它放到一个任务或子流程的边上。',
    en: 'The boundary event is not attached to an activity of its level. Put it on the edge of a task or subprocess.',
  },
  'boundary.has-incoming': {
    zh: '边界事件不能有流入。请删去流入的顺序流。',
    en: 'A boundary event cannot have an incoming flow. Remove it.',
  },
  'boundary.no-outgoing': {
    zh: '边界事件没有流出，发生后无处可去。请画出后续步骤。',
    en: 'The boundary event has no outgoing flow: nothing follows when it happens. Draw what follows.',
  },
  'boundary.wrong-trigger': {
    zh: '边界事件不能是{trigger}。请改为定时、消息、错误或信号。',
    en: 'A boundary event cannot have {trigger}. Use a timer, message, error or signal.',
  },
  'boundary.error-not-interrupting': {
    zh: '错误边界事件必须中断活动。请改为中断型。',
    en: 'An error boundary event always interrupts its activity. Make it interrupting.',
  },
  'link.no-target': {
    zh: '同一层里没有名为「{name}」的捕获链接。请画出它，或改正名称。',
    en: 'There is no catching link named "{name}" on this level. Draw it, or mend the name.',
  },
  'link.several-targets': {
    zh: '同一层里有不止一个名为「{name}」的捕获链接。请只保留一个，或改名。',
    en: 'There is more than one catching link named "{name}" on this level. Keep one, or rename the others.',
  },
  'link.throw-outgoing': {
    zh: '抛出链接不能有流出：它接到同名的捕获链接。请删去流出的顺序流。',
    en: 'A throwing link cannot have an outgoing flow: it leads to the catching link of its name. Remove the flow.',
  },
  'link.catch-incoming': {
    zh: '捕获链接不能有流入：它由同名的抛出链接到达。请删去流入的顺序流。',
    en: 'A catching link cannot have an incoming flow: the throwing links of its name lead to it. Remove the flow.',
  },
  'gateway.event-too-few': {
    zh: '事件网关至少要有两条分支。请补画，或去掉网关。',
    en: 'An event-based gateway needs at least two branches. Draw them, or remove the gateway.',
  },
  'gateway.event-target': {
    zh: '事件网关后面只能是消息、定时、信号、条件捕获事件或接收任务。请改画「{target}」。',
    en: 'After an event-based gateway there may only be message, timer, signal or conditional catching events or receive tasks. Redraw "{target}".',
  },
  'gateway.event-target-incoming': {
    zh: '事件网关后面的元素不能再有别的流入。请删去其他流入。',
    en: 'An element after an event-based gateway can have no other incoming flow. Remove the others.',
  },
  'gateway.event-mixed': {
    zh: '事件网关后面不能同时有接收任务和消息事件。请统一为一种。',
    en: 'Receive tasks and message events cannot both follow one event-based gateway. Use one kind.',
  },
  'gateway.event-receive-boundary': {
    zh: '事件网关后面的接收任务不能带边界事件。请移去边界事件。',
    en: 'A receive task after an event-based gateway can have no boundary events. Remove them.',
  },
  'node.unreachable': {
    zh: '从起点走不到这里。请用顺序流连上，或删去。',
    en: 'Nothing leads here from a start. Connect it with a sequence flow, or remove it.',
  },
  'node.no-end': {
    zh: '从这里走不到任何终点。请画出通往结束事件的路。',
    en: 'No end can be reached from here. Draw a way to an end event.',
  },
  'lane.twice': {
    zh: '元素「{node}」同时在两个泳道里。请只保留一处。',
    en: 'The element "{node}" is in two lanes at once. Keep it in one.',
  },
  'message.flow-dangling': {
    zh: '消息流的一端没有连到元素。请连好两端，或删去它。',
    en: 'An end of the message flow is not connected. Connect both ends, or remove it.',
  },
  'message.flow-wrong-end': {
    zh: '消息流只能连接池、活动和事件，不能连到「{target}」。请改连。',
    en: 'A message flow connects pools, activities and events only, not "{target}". Connect it elsewhere.',
  },
  'message.flow-same-pool': {
    zh: '消息流的两端在同一个池里。池内请用顺序流，消息流只用于池与池之间。',
    en: 'Both ends of the message flow are in the same pool. Use a sequence flow inside a pool; message flows go between pools.',
  },
} as const satisfies Record<string, Words>;
