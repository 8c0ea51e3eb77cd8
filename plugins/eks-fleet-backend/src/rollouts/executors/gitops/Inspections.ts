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
  EditRefusal,
  inspectProposal,
  previewChange,
  type DiffVerdict,
  type GitPullRequestDetail,
  type GitRepository,
  type ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { PlacedWork } from './HopChanges';
import { memoryOf } from './memory';
import type { Place } from './types';

/** Heads that were held against what was proposed; none changes. */
const MOST_VERDICTS = 1_000;

/** Whether pull requests are what was proposed; each head is read once. */
export class Inspections {
  readonly #verdicts = new Map<string, DiffVerdict>();

  async inspect(
    { file }: Place,
    repository: GitRepository,
    change: ProposedChange,
    { head, number }: GitPullRequestDetail,
  ): Promise<DiffVerdict> {
    const key = `${file.repository.id} ${number} ${head.sha}`;
    const known = this.#verdicts.get(key);
    if (known) {
      return known;
    }
    const verdict = await inspectProposal(repository, change, number);
    if (verdict.head === head.sha) {
      this.#verdicts.set(key, verdict);
      if (this.#verdicts.size > MOST_VERDICTS) {
        this.#verdicts.delete(this.#verdicts.keys().next().value!);
      }
    }
    return verdict;
  }
}

/** A conflict may be about what was agreed to, or only about what stands beside it. */
export async function changedBaseOf(
  repository: GitRepository,
  change: ProposedChange,
): Promise<string | undefined> {
  try {
    await previewChange(repository, change);
    return undefined;
  } catch (error) {
    if (error instanceof EditRefusal) {
      return error.message;
    }
    throw error;
  }
}

/** Another head than ours is read; so is what the portal is to merge by itself. */
export function mustInspect(
  { place, work }: PlacedWork,
  pushedHead: string | undefined,
  { head, state }: GitPullRequestDetail,
): boolean {
  const agreed = memoryOf(work).agreedHead ?? pushedHead;
  return (
    state !== 'closed' &&
    (head.sha !== agreed ||
      (state === 'open' &&
        place.file.repository.merge.automatic &&
        work.wave.gatesOpen))
  );
}
