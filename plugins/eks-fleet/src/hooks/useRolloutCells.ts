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
import { useApi } from '@backstage/core-plugin-api';
import type {
  EksFleetRolloutsApi,
  RolloutCell,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../api';
import { mergeCells } from '../lib/rolloutCells';

/** As many as the backend gives at once: most rollouts come whole. */
const PAGE = 2000;

interface State {
  /** Which plan the cells are of. */
  key: string;
  cells: ReadonlyMap<string, RolloutCell>;
  /** Whether all have been read. */
  complete: boolean;
  error?: Error;
}

/** The cells of a rollout; all of them once, then only what changed. */
export interface RolloutCells {
  cells: ReadonlyMap<string, RolloutCell>;
  complete: boolean;
  error?: Error;
  /** Reads what changed. */
  refresh(): void;
}

/**
 * @param plan - tells plans apart; with another one the cells are others
 */
export function useRolloutCells(
  id: string,
  plan: string,
  pollSeconds: number,
): RolloutCells {
  const api = useApi(eksFleetRolloutsApiRef);
  const key = `${id}/${plan}`;
  const [state, setState] = useState<State>(() => nothing(key));
  const revision = useRef<number>();
  const turn = useRef(0);
  const busy = useRef(false);

  const read = useCallback(async () => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    const mine = turn.current;
    try {
      const last = await readAll(api, id, revision.current, cells => {
        if (mine === turn.current) {
          setState(before => {
            const merged = mergeCells(before.cells, cells);
            return merged === before.cells && !before.error
              ? before
              : { ...before, cells: merged, error: undefined };
          });
        }
      });
      if (mine === turn.current) {
        revision.current = last;
        setState(before =>
          before.complete ? before : { ...before, complete: true },
        );
      }
    } catch (error) {
      if (mine === turn.current) {
        setState(before => ({
          ...before,
          error: error instanceof Error ? error : new Error(String(error)),
        }));
      }
    } finally {
      if (mine === turn.current) {
        busy.current = false;
      }
    }
  }, [api, id]);

  // An answer about another plan is dropped.
  const dropAnswers = useCallback(() => {
    turn.current++;
  }, []);

  useEffect(() => {
    setState(before => (before.key === key ? before : nothing(key)));
    revision.current = undefined;
    busy.current = false;
    read();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        read();
      }
    }, pollSeconds * 1000);
    return () => {
      dropAnswers();
      clearInterval(timer);
    };
  }, [read, dropAnswers, key, pollSeconds]);

  return useMemo(
    () => ({
      cells: state.cells,
      complete: state.complete,
      error: state.error,
      refresh: read,
    }),
    [state, read],
  );
}

function nothing(key: string): State {
  return { key, cells: new Map(), complete: false };
}

/** Reads page by page; gives the revision to go on from. */
async function readAll(
  api: EksFleetRolloutsApi,
  id: string,
  changedAfter: number | undefined,
  onPage: (cells: RolloutCell[]) => void,
): Promise<number> {
  let cursor: string | undefined;
  let first: number | undefined;
  do {
    const page: Awaited<ReturnType<EksFleetRolloutsApi['listRolloutCells']>> =
      await api.listRolloutCells(id, { changedAfter, limit: PAGE, cursor });
    // What changes while further pages are read comes with the next look.
    first ??= page.revision;
    onPage(page.items);
    cursor = page.items.length ? page.pageInfo.nextCursor : undefined;
  } while (cursor);
  return first;
}
