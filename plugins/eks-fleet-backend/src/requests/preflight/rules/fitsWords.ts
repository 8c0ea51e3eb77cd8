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

import { fitsPattern } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What the words of a pattern stand for. */
export interface PatternWords {
  partition: string;
  account: string;
  /** The name of the team. */
  owner: string;
  environment: string;
  cluster: string;
}

/** Whether a text is what a pattern says; `*` is any part of it, but no `:`. */
export function fitsWords(
  value: string,
  pattern: string,
  words: PatternWords,
): boolean {
  const filled = fillPattern(pattern, words);
  const colons = (text: string) => text.split(':').length;
  // What a `*` stands for never reaches into another field of an ARN.
  return colons(value) === colons(filled) && fitsPattern(filled, value);
}

/** A pattern with its words filled in, as a person reads it. */
export function fillPattern(pattern: string, words: PatternWords): string {
  return pattern.replaceAll(
    /\{(\w+)\}/g,
    (_, word: string) => words[word as keyof PatternWords] ?? '',
  );
}
