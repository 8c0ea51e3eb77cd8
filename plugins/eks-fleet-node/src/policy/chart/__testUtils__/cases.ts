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

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CHART } from './helm';

/** Where the cases and their values are. */
export const TESTS = join(CHART, 'tests');

/** The values that the cases are judged with. */
export const CASE_VALUES = join(TESTS, 'values.yaml');

/**
 * One object and what a policy makes of it, whichever engine judges.
 * `excluded`: the policy does not look at it. `exempt`: an exception covers it.
 */
export interface PolicyCase {
  name: string;
  result: 'pass' | 'fail' | 'excluded' | 'exempt';
  /** What is said of it, as a regular expression. */
  message?: string;
  object: {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace?: string };
  };
  /** What else is in the cluster. */
  cluster?: object[];
  /** Labels of its namespace. */
  namespace?: Record<string, string>;
}

/** The cases by policy. */
export function readCases(): Map<string, PolicyCase[]> {
  const folder = join(TESTS, 'cases');
  return new Map(
    readdirSync(folder).map(file => [
      file.replace(/\.yaml$/, ''),
      parse(readFileSync(join(folder, file), 'utf8'), { merge: true }),
    ]),
  );
}

/** The namespace of a case's object, where the case says what it is like. */
export function namespaceOf({
  object,
  namespace,
}: PolicyCase): object | undefined {
  return (
    namespace && {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: object.metadata.namespace, labels: namespace },
    }
  );
}
