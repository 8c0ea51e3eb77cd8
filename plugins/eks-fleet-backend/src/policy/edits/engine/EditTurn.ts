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

import type {
  EditRefusal,
  GitFailure,
  ProposedChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  ProposalTurn,
  RETRY_SECONDS,
  type ProposalPart,
  type ProposalTurnContext,
  type TurnChanges,
  type WaitStep,
} from '../../../proposals/ProposalTurn';
import type { PortalAddress } from '../../../proposals/types';
import { describeEdit } from '../describeEdit';
import type { EditClaim, EditStore } from '../store/types';
import {
  isOver,
  type EditEvent,
  type EditProgress,
  type EditRecord,
} from '../types';
import type { EditObserver } from './EditObserver';
import { nextEditStep, type EditStep } from './nextEditStep';

/** What turns are taken with. */
export interface EditTurnContext extends ProposalTurnContext {
  store: EditStore;
  observer: Pick<EditObserver, 'look'>;
  portal: PortalAddress;
}

type TakenStep = Exclude<EditStep, { kind: 'wait' }>;

interface Changes extends TurnChanges<EditRecord> {
  clusters?: EditRecord['clusters'];
}

/** Takes one claimed edit as far as it goes now. */
export class EditTurn extends ProposalTurn<
  EditRecord,
  TakenStep,
  'edit',
  Changes
> {
  readonly #context: EditTurnContext;
  readonly #looked = new Set<'pullRequest' | 'clusters'>();

  constructor(context: EditTurnContext, claim: EditClaim) {
    super(context, claim);
    this.#context = context;
  }

  protected get asks() {
    return `policy:${this.record.asked.id}`;
  }

  protected isOver(): boolean {
    return isOver(this.record);
  }

  protected next(): TakenStep | WaitStep {
    const { halted, now } = this.#context;
    const step = nextEditStep(this.record, {
      now: now(),
      halted,
      looked: this.#looked,
      change: this.changeOf(),
    });
    return step.kind === 'close' && this.hasClosed('edit')
      ? { kind: 'wait', seconds: RETRY_SECONDS }
      : step;
  }

  protected async run(step: TakenStep): Promise<boolean> {
    switch (step.kind) {
      case 'enter': {
        const { isFollowed, message, state } = step;
        this.#looked.clear();
        return this.save({
          state,
          progress: { message, ...(isFollowed && { isFollowed }) },
          message,
        });
      }
      case 'propose':
        return this.propose('edit', step.step);
      case 'follow':
        return this.follow('edit');
      case 'close':
        return this.close('edit');
      default: {
        const { now, observer } = this.#context;
        const clusters = await observer.look(this.record, now());
        this.#looked.add('clusters');
        return this.save({ clusters });
      }
    }
  }

  protected sawPullRequest(_part: 'edit', isSeen: boolean): void {
    if (isSeen) {
      this.#looked.add('pullRequest');
    } else {
      this.#looked.delete('pullRequest');
    }
  }

  protected refused(
    _step: TakenStep | undefined,
    { message }: EditRefusal | GitFailure,
  ): Promise<boolean> {
    const sentence = `It does not fit what is in Git: ${message}. Look there, and ask for it anew`;
    return this.save({
      state: 'failed',
      progress: { message: sentence },
      message: sentence,
    });
  }

  protected async write(
    { clusters, message, progress, state }: Changes,
    next?: Date,
  ): Promise<EditRecord | undefined> {
    const { now, store } = this.#context;
    const { record } = this;
    const events: EditEvent[] = message
      ? [{ at: now().toISOString(), message }]
      : [];
    return store.record(
      this.claim,
      {
        state: state ?? record.state,
        progress: { ...record.progress, ...progress },
        clusters: clusters ?? record.clusters,
        events,
      },
      next,
    );
  }

  protected partOf(): ProposalPart {
    return this.record.progress;
  }

  protected withPart(
    _part: 'edit',
    changes: ProposalPart,
  ): Partial<EditProgress> {
    return changes;
  }

  protected changeOf(): ProposedChange {
    return describeEdit(this.record, {
      base: this.configured().branch,
      portal: this.#context.portal,
    });
  }
}
