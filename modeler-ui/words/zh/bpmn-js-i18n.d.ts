// bpmn-js-i18n ships plain tables without types; its Chinese file is really called "zn".
declare module 'bpmn-js-i18n/translations/zn.js' {
  const table: Readonly<Record<string, string>>;
  export default table;
}
