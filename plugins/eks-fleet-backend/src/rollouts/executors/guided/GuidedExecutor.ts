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
  ExecutorAbility,
  RolloutCluster,
  RolloutExecutor,
  TrackIntent,
  TrackNotes,
  TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksExecutor } from '../eks/EksExecutor';
import type { EksLooks } from '../eks/EksLooks';
import { guidedOf, withGuided } from './memory';
import type { GuideLooks } from './GuideLooks';
import { nextGuidedStep } from './nextGuidedStep';
import type { GuidedLook } from './types';

/**
 * Another executor, and beside it the guided way back for clusters whose
 * provisioner cannot go back: people stop it and change Git, and in between
 * the portal takes the cluster back in EKS, or follows whoever does.
 */
export class GuidedExecutor implements RolloutExecutor {
  readonly id: string;
  readonly title: string;
  readonly changesNothing?: boolean;
  readonly #forward: RolloutExecutor;
  readonly #guide: Pick<GuideLooks, 'look'>;
  readonly #looks: Pick<EksLooks, 'look'>;
  readonly #eks?: Pick<EksExecutor, 'act'>;

  constructor(options: {
    /** What changes clusters on all other ways. */
    forward: RolloutExecutor;
    guide: Pick<GuideLooks, 'look'>;
    looks: Pick<EksLooks, 'look'>;
    /** Left out where the portal may not call EKS; people do then. */
    eks?: Pick<EksExecutor, 'act'>;
  }) {
    const { forward } = options;
    this.id = forward.id;
    this.title = forward.title;
    this.changesNothing = forward.changesNothing;
    this.#forward = forward;
    this.#guide = options.guide;
    this.#looks = options.looks;
    this.#eks = options.eks;
  }

  abilityFor(cluster: RolloutCluster): Promise<ExecutorAbility> {
    return this.#forward.abilityFor(cluster);
  }

  async observe(
    works: TrackWork[],
    context: { signal: AbortSignal; now: Date },
  ): Promise<unknown[]> {
    const guided = works.filter(isGuided);
    const others = works.filter(work => !isGuided(work));
    const [looks, observed] = await Promise.all([
      this.#lookAt(guided, context.signal),
      others.length > 0 ? this.#forward.observe(others, context) : [],
    ]);
    return works.map(work =>
      isGuided(work)
        ? looks[guided.indexOf(work)]
        : observed[others.indexOf(work)],
    );
  }

  next(work: TrackWork, observed: unknown, now: Date) {
    return isGuided(work)
      ? nextGuidedStep(
          work,
          observed as GuidedLook,
          now,
          this.#eks !== undefined,
        )
      : this.#forward.next(work, observed, now);
  }

  async act(
    work: TrackWork & { intent: TrackIntent },
    observed: unknown,
    context: { signal: AbortSignal; now: Date },
  ): Promise<TrackNotes> {
    if (!isGuided(work)) {
      return this.#forward.act(work, observed, context);
    }
    const notes = await this.#eks!.act(
      work,
      (observed as GuidedLook).eks,
      context,
    );
    return {
      ...notes,
      memory: withGuided(notes.memory ?? {}, guidedOf(work.memory)),
    };
  }

  async #lookAt(
    works: TrackWork[],
    signal: AbortSignal,
  ): Promise<GuidedLook[]> {
    const eks = await this.#looks.look(works, signal);
    return Promise.all(
      works.map(async (work, index): Promise<GuidedLook> => {
        const look = eks[index];
        return {
          ...(await this.#guide.look(work.cluster, {
            signal,
            user: `rollout:${work.rollout.id}`,
            readsGit: look.kind === 'seen' && look.version === work.to,
          })),
          kind: 'guided',
          eks: look,
        };
      }),
    );
  }
}

function isGuided({ confirmed, direction }: TrackWork): boolean {
  return direction === 'back' && confirmed !== undefined;
}
