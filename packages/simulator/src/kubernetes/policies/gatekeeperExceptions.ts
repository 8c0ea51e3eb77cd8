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

import type { PolicyStory } from '../../model/policyStory';
import type { LibraryPolicy, Subject } from './types';
import { entriesOf, policiesOf, regularEntries } from './valueExceptions';
import { isCoveredBy } from './wildcards';

/** What the values except from a policy, by name. */
export function exceptionsFor(
  { name }: LibraryPolicy,
  { values }: PolicyStory,
) {
  return Object.entries(values?.exceptions ?? {}).filter(
    ([, exception]) => exception && policiesOf(exception).includes(name),
  );
}

/** The same as the parameter of the constraint. */
export function exemptEntries(policy: LibraryPolicy, story: PolicyStory) {
  return exceptionsFor(policy, story).flatMap(([, exception]) =>
    regularEntries(exception),
  );
}

export function isExempt(
  policy: LibraryPolicy,
  story: PolicyStory,
  subject: Subject,
): boolean {
  return exceptionsFor(policy, story).some(([, exception]) =>
    entriesOf(exception).some(entry => isCoveredBy(subject, entry)),
  );
}
