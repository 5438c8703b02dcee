// The ways to the pages that a person's roles open; beside the brand on a desk, at the thumb on a phone.
import { NavLink } from 'react-router';
import type { Me, Role } from '../../api/session.ts';
import { useWords } from '../../words/language.ts';
import { isOne } from './me.ts';

interface Way {
  readonly to: string;
  readonly word: 'work' | 'cases' | 'watch' | 'procedures';
  readonly roles?: readonly Role[];
  /** Outline of its sign, 24 by 24. */
  readonly sign: string;
}

const ways: readonly Way[] = [
  {
    to: '/watch',
    word: 'watch',
    roles: ['supervisor'],
    sign: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  },
  { to: '/work', word: 'work', sign: 'M5 4h14v16H5zM9 9l1.500 1.500L13 8M9 15l1.500 1.500L13 14M15 9.500h2M15 15.500h2' },
  { to: '/cases', word: 'cases', sign: 'M3 6h7l2 2h9v11H3z' },
  { to: '/draw', word: 'procedures', roles: ['drafter'], sign: 'M3 12h4m10 0h4M12 7l5 5-5 5-5-5z' },
];

export function Nav({ me }: { readonly me: Me }) {
  const { t } = useWords();
  return (
    <nav className="nav" aria-label={t('app.mainNav')}>
      {ways
        .filter((way) => !way.roles || isOne(me, way.roles))
        .map((way) => (
          <NavLink key={way.to} to={way.to} className="nav-way">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={way.sign} />
            </svg>
            <span>{t(`nav.${way.word}`)}</span>
          </NavLink>
        ))}
    </nav>
  );
}
