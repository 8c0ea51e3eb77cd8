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

import type { Messages } from '.';

/** What the key of a text in the plural ends with. */
type Plural = '_one' | '_other';

type WithoutPlural<K extends string> = K extends `${infer Stem}${Plural}`
  ? Stem
  : K;

type KeysOf<Texts> = {
  [K in keyof Texts & string]: Texts[K] extends string
    ? WithoutPlural<K>
    : `${K}.${KeysOf<Texts[K]>}`;
}[keyof Texts & string];

/** What pages ask texts by, such as `rollout.paused`: those in the plural by what their keys have in common. */
export type MessageKey = KeysOf<Messages>;

/** Names between braces. */
type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/**
 * What a text asks for, by its key: found in its own group, as the compiler
 * gives up on a type that has the texts of all.
 */
type NamesOf<Texts, K> = K extends keyof Texts
  ? NamesIn<Texts[K]>
  : K extends `${infer Group}.${infer Key}`
  ? Group extends keyof Texts
    ? NamesOf<Texts[Group], Key>
    : never
  : `${K & string}_other` extends keyof Texts
  ? 'count' | NamesIn<Texts[`${K & string}_other`]>
  : never;

type Names<K> = NamesOf<Messages, K>;

type Values<Name extends string, Value> = {
  [N in Name]: N extends 'count' ? number : Value;
};

type Arguments<K, Value> = [Names<K>] extends [never]
  ? []
  : [values: Values<Names<K>, Value>];

/**
 * The `t` of `useTranslationRef(eksFleetTranslationRef)`: it holds calls to the
 * same keys and values, at a hundredth of the time that its own type takes the
 * compiler.
 */
export interface Translate {
  <K extends MessageKey>(key: K, ...values: Arguments<K, string>): string;
  /** With an element among the values. */
  <K extends MessageKey>(
    key: K,
    ...values: Arguments<K, string | JSX.Element>
  ): JSX.Element;
}
