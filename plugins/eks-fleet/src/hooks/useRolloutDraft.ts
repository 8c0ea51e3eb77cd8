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

import { useCallback, useMemo } from 'react';
import useLocalStorage from 'react-use/esm/useLocalStorage';
import { EMPTY_DRAFT, type WizardDraft } from '../lib/rolloutDraft';

/** What was filled in; it is kept in the browser, so that nothing is lost by going away. */
export interface RolloutDraftState {
  draft: WizardDraft;
  change(part: Partial<WizardDraft>): void;
  /** Forgets what was filled in. */
  clear(): void;
  /** Whether something was filled in. */
  begun: boolean;
}

/**
 * @param name - tells drafts apart
 * @param initial - what is edited; drafts of an older state of it are dropped
 */
export function useRolloutDraft(
  name: string,
  initial: WizardDraft = EMPTY_DRAFT,
): RolloutDraftState {
  const [stored, store, remove] = useLocalStorage<WizardDraft>(
    `eks-fleet.rollout-draft.${name}`,
  );
  const current = stored && stored.revision === initial.revision;
  const draft = useMemo(
    () => (current ? { ...EMPTY_DRAFT, ...stored } : initial),
    [current, stored, initial],
  );
  const change = useCallback(
    (part: Partial<WizardDraft>) => store({ ...draft, ...part }),
    [draft, store],
  );
  return { draft, change, clear: remove, begun: Boolean(current) };
}
