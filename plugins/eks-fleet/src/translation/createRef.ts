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

import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';

/** Keys of texts, with those of their groups before them. */
type FlatKeys<Texts> = {
  [K in keyof Texts & string]: Texts[K] extends string
    ? K
    : `${K}.${FlatKeys<Texts[K]>}`;
}[keyof Texts & string];

type TextAt<Texts, K> = K extends keyof Texts
  ? Texts[K]
  : K extends `${infer Group}.${infer Key}`
  ? Group extends keyof Texts
    ? TextAt<Texts[Group], Key>
    : never
  : never;

type Flattened<Texts> = {
  readonly [K in FlatKeys<Texts>]: TextAt<Texts, K> & string;
};

/**
 * `createTranslationRef` of texts in groups: flattened by its own type, those of
 * all pages take the compiler four minutes, by this one a second.
 */
export function createRef<Id extends string, Texts extends object>(
  id: Id,
  messages: Texts,
): TranslationRef<Id, Flattened<Texts>> {
  const texts = messages as { [key: string]: string };
  return createTranslationRef({ id, messages: texts }) as TranslationRef<
    Id,
    any
  >;
}
