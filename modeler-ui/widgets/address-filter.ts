// Filters that live in the address, so that a filtered list can be reloaded, sent to somebody and gone back to.
import { useSearchParams } from 'react-router';

export function useAddressFilter() {
  const [params, setParams] = useSearchParams();
  const page = Number(params.get('page') ?? '1');
  return {
    get: (name: string): string => params.get(name) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
    /** Any change of a filter goes back to the first page. */
    set: (values: Readonly<Record<string, string>>): void => {
      const next = new URLSearchParams(params);
      if (!('page' in values)) next.delete('page');
      for (const [name, value] of Object.entries(values)) {
        if (value === '' || (name === 'page' && value === '1')) next.delete(name);
        else next.set(name, value);
      }
      setParams(next, { replace: true });
    },
    clear: (): void => setParams({}, { replace: true }),
  };
}

/** One of the allowed values, or nothing: addresses can be written by anybody. */
export const oneOf = <T extends string>(allowed: readonly T[], value: string): T | undefined => allowed.find((x) => x === value);
