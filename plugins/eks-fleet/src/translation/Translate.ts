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

import type { eksFleetTranslationRef } from '.';

/** Texts by key, such as `rollout.paused`. */
type Messages = typeof eksFleetTranslationRef.T;

/** What the key of a text in the plural ends with. */
type Plural = '_one' | '_other';

type WithoutPlural<K extends string> = K extends `${infer Stem}${Plural}`
  ? Stem
  : K;

/** What pages ask texts by: texts in the plural by what their keys have in common. */
export type MessageKey = WithoutPlural<keyof Messages & string>;

/** Names between braces. */
type NamesIn<Text extends string> =
  Text extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | NamesIn<Rest>
    : never;

/** What a text asks for, by its key: looked up, so that only what is asked for is worked out. */
type Names = {
  [K in MessageKey]: K extends keyof Messages
    ? NamesIn<Messages[K]>
    : `${K}_other` extends keyof Messages
    ? 'count' | NamesIn<Messages[`${K}_other`]>
    : never;
};

type Values<K extends MessageKey, Value> = {
  [N in Names[K]]: N extends 'count' ? number : Value;
};

type Arguments<K extends MessageKey, Value> = [Names[K]] extends [never]
  ? []
  : [values: Values<K, Value>];

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
