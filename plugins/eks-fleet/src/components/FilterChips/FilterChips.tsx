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

import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useTranslation } from '../../hooks/useTranslation';

/** What a list is filtered by, each to be taken away again. */
export function FilterChips<K extends string>(props: {
  /** Those of which the chosen values are told here, in this order. */
  keys: readonly K[];
  filter: Partial<Record<K, string[]>>;
  textOf: (key: K, value: string) => string;
  onDrop: (key: K, value: string) => void;
}) {
  const { keys, filter, textOf, onDrop } = props;
  const t = useTranslation();
  return (
    <>
      {keys.flatMap(key =>
        (filter[key] ?? []).map(value => {
          const text = textOf(key, value);
          return (
            <Button
              key={`${key}=${value}`}
              size="small"
              variant="secondary"
              iconEnd={<RiCloseLine aria-hidden />}
              aria-label={t('rollouts.dropFilter', { filter: text })}
              onPress={() => onDrop(key, value)}
            >
              {text}
            </Button>
          );
        }),
      )}
    </>
  );
}
