/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** The first page is small, so that it is there at once. */
const FIRST_PAGE = 100;
const NEXT_PAGE = 500;

/** One page of a list, as the backend answers it. */
export interface ListPage {
  items: unknown[];
  /** Left out where nobody counts them. */
  totalItems?: number;
  pageInfo: { nextCursor?: string };
}

/** A list of which as much is read as is looked at. */
export interface Pages<TPage extends ListPage> {
  items: TPage['items'];
  totalItems: number;
  /** The first page as it came, with what it says of the whole list. */
  first: TPage;
  cursor?: string;
  /** When the first page came. */
  loadedAt: string;
}

interface State<TPage extends ListPage> {
  pages?: Pages<TPage>;
  error?: Error;
  failingSince?: string;
  loading: boolean;
}

/**
 * Reads a list page by page. While another list is on its way the rows of the
 * last one stay.
 *
 * @param readPage - the first page where it gets no cursor; must be stable, as
 * from `useCallback`
 */
export function usePages<TPage extends ListPage>(
  readPage: (page: { cursor?: string; limit: number }) => Promise<TPage>,
  options: { pollSeconds?: number } = {},
) {
  const { pollSeconds } = options;
  const [state, setState] = useState<State<TPage>>({ loading: true });
  const turn = useRef(0);
  const wanted = useRef(0);

  const load = useCallback(
    async (
      mine: number,
      cursor: string | undefined,
      before: TPage['items'],
    ) => {
      try {
        const page = await readPage(
          cursor ? { cursor, limit: NEXT_PAGE } : { limit: FIRST_PAGE },
        );
        if (mine !== turn.current) {
          return;
        }
        const items = [...before, ...page.items];
        const next = page.items.length ? page.pageInfo.nextCursor : undefined;
        const more = next !== undefined && items.length <= wanted.current;
        setState(previous => ({
          pages: {
            items,
            // Without a next page the list ends here, whatever was counted.
            totalItems: next ? page.totalItems ?? items.length : items.length,
            first: cursor ? previous.pages?.first ?? page : page,
            cursor: next,
            loadedAt: cursor
              ? previous.pages?.loadedAt ?? new Date().toISOString()
              : new Date().toISOString(),
          },
          loading: more,
        }));
        if (more) {
          await load(mine, next, items);
        }
      } catch (error) {
        if (mine === turn.current) {
          setState(previous => ({
            ...previous,
            error: error instanceof Error ? error : new Error(String(error)),
            failingSince: previous.failingSince ?? new Date().toISOString(),
            loading: false,
          }));
        }
      }
    },
    [readPage],
  );

  const reload = useCallback(() => {
    wanted.current = 0;
    setState(previous => ({ ...previous, loading: true }));
    return load(++turn.current, undefined, []);
  }, [load]);

  // An answer to a query that is not shown any more is dropped.
  const dropAnswers = useCallback(() => {
    turn.current++;
  }, []);

  useEffect(() => {
    reload();
    return dropAnswers;
  }, [reload, dropAnswers]);

  const { pages, loading, error } = state;

  // Who reads further down keeps the place.
  const atStart = !pages || pages.items.length <= FIRST_PAGE;
  useEffect(() => {
    if (!pollSeconds || !atStart) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        reload();
      }
    }, pollSeconds * 1000);
    return () => clearInterval(timer);
  }, [reload, pollSeconds, atStart]);

  /** Asks for the rows up to an index. */
  const want = useCallback(
    (index: number) => {
      wanted.current = Math.max(wanted.current, index);
      if (!pages?.cursor || loading || error || index < pages.items.length) {
        return;
      }
      setState(previous => ({ ...previous, loading: true }));
      load(turn.current, pages.cursor, pages.items);
    },
    [load, pages, loading, error],
  );

  /** Goes on after a page failed, or begins again where there is none. */
  const retry = useCallback(() => {
    if (!pages?.cursor) {
      reload();
      return;
    }
    setState(previous => ({
      ...previous,
      error: undefined,
      failingSince: undefined,
      loading: true,
    }));
    load(turn.current, pages.cursor, pages.items);
  }, [load, pages, reload]);

  return useMemo(
    () => ({ ...state, want, retry, reload }),
    [state, want, retry, reload],
  );
}
