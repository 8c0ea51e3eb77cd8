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

import { useMemo, useRef } from 'react';
import type { CrossSizes } from './types';

/**
 * Lights up a column by moving two strips, over header and body: drawing a
 * thousand cells anew for each move of the pointer would be felt.
 */
export function useColumnLight(sizes: CrossSizes) {
  const header = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  return useMemo(
    () => ({
      header,
      body,
      over(column: number | undefined) {
        for (const { current: strip } of [header, body]) {
          if (strip) {
            strip.hidden = column === undefined;
            if (column !== undefined) {
              const left = sizes.rowHeader + column * sizes.column;
              strip.dataset.lit = `${column}`;
              strip.style.transform = `translateX(${left}px)`;
            }
          }
        }
      },
    }),
    [sizes],
  );
}
