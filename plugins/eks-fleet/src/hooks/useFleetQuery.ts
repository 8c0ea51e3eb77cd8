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

import { useCallback, useEffect, useRef, useState } from 'react';

/** Something read from the backend: its last good value, and what fails now. */
export interface FleetQuery<T> {
  /** The last good answer, kept while a newer one is asked for or fails. */
  value?: T;
  /** When the last good answer came. */
  valueAt?: string;
  error?: Error;
  /** When it began to fail without a break. */
  failingSince?: string;
  loading: boolean;
  retry(): void;
}

type QueryState<T> = Omit<FleetQuery<T>, 'retry'>;

/**
 * Reads from the backend, again whenever `load` changes, and on a beat while
 * the page is looked at.
 *
 * @param load - must be stable, as from `useCallback`; its signal ends once
 *   nobody waits for the answer any more
 * @param options - `wait`: while what matters more is being read
 */
export function useFleetQuery<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: { pollSeconds?: number; wait?: boolean } = {},
): FleetQuery<T> {
  const { pollSeconds, wait = false } = options;
  const [state, setState] = useState<QueryState<T>>({ loading: true });
  const latest = useRef<AbortController>();

  // An answer to a question that nobody asks any more is dropped.
  const dropAnswers = useCallback(() => {
    latest.current?.abort();
    latest.current = undefined;
  }, []);

  const run = useCallback(async () => {
    dropAnswers();
    const turn = new AbortController();
    latest.current = turn;
    setState(previous => ({ ...previous, loading: true }));
    try {
      const value = await load(turn.signal);
      if (turn === latest.current) {
        setState({
          value,
          valueAt: new Date().toISOString(),
          loading: false,
        });
      }
    } catch (error) {
      if (turn === latest.current) {
        setState(previous => ({
          ...previous,
          error: error instanceof Error ? error : new Error(String(error)),
          failingSince: previous.failingSince ?? new Date().toISOString(),
          loading: false,
        }));
      }
    }
  }, [load, dropAnswers]);

  useEffect(() => {
    if (!wait) {
      run();
    }
    return dropAnswers;
  }, [run, dropAnswers, wait]);

  useEffect(() => {
    if (!pollSeconds || wait) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        run();
      }
    }, pollSeconds * 1000);
    return () => clearInterval(timer);
  }, [run, pollSeconds, wait]);

  return { ...state, retry: run };
}
