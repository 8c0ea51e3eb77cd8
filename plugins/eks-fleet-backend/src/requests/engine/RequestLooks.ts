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
  GitRepository,
  ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { RequestSighting } from '../kinds/types';
import type { GroundReader } from '../service/GroundReader';
import type { RequestAssessor } from '../service/RequestAssessor';
import { hashOfAsk } from '../service/specHash';
import type { RequestStore } from '../store/types';
import {
  RequestRefusal,
  specOf,
  type RequestAssessment,
  type RequestRecord,
} from '../types';

/** What turns look at. */
export class RequestLooks {
  readonly #assessor: Pick<RequestAssessor, 'current' | 'handlerOf' | 'judge'>;
  readonly #ground: Pick<GroundReader, 'read'>;
  readonly #store: Pick<RequestStore, 'reservations'>;

  constructor(options: {
    assessor: Pick<RequestAssessor, 'current' | 'handlerOf' | 'judge'>;
    ground: Pick<GroundReader, 'read'>;
    store: Pick<RequestStore, 'reservations'>;
  }) {
    this.#assessor = options.assessor;
    this.#ground = options.ground;
    this.#store = options.store;
  }

  /**
   * Whether Git still says what it said when the request was let through; if
   * not, what it comes to now.
   *
   * @throws GitFailure, EditRefusal; RequestRefusal for what cannot be done any more
   */
  async verify(
    record: RequestRecord,
    repository: GitRepository,
  ): Promise<
    { isSame: true } | { isSame: false; assessment: RequestAssessment }
  > {
    const { asked, progress } = record;
    const { assessor, handler, spec, where } = await this.#of(record);
    const current = await assessor.current(handler, spec, repository, where);
    const isNew = asked.operation === 'create' || asked.operation === 'adopt';
    if (isNew && current.files.length > 0) {
      throw new RequestRefusal([
        {
          field: '',
          message: `${current.files[0].path} is in Git already`,
        },
      ]);
    }
    if (!isNew && !current.spec) {
      throw new RequestRefusal([
        {
          field: '',
          message:
            current.problems.join(' ') || 'Git does not have it any more',
        },
      ]);
    }
    const before = isNew ? undefined : current.spec;
    const facts = {
      kind: asked.kind,
      operation: asked.operation,
      key: asked.thing.key,
      owner: asked.owner,
      spec,
      before,
    };
    if (hashOfAsk(facts) === progress.assessment.specHash) {
      return { isSame: true };
    }
    const ground = await this.#ground.read(
      { owner: asked.owner, userRef: asked.requestedBy },
      await this.#store.reservations(),
    );
    const { assessment } = assessor.judge(
      {
        handler,
        ask: {
          operation: asked.operation,
          spec,
          ...(before && { before }),
          requestId: asked.id,
        },
        facts: handler.facts(spec),
        owner: asked.owner,
        where,
        current,
      },
      ground,
      asked.id,
    );
    return { isSame: false, assessment };
  }

  /** Files of what is gone, to be taken away; none where they went already. */
  async planRemoval(
    record: RequestRecord,
    repository: GitRepository,
  ): Promise<ProposedFile[]> {
    const { assessor, handler, spec, where } = await this.#of(record);
    const current = await assessor.current(handler, spec, repository, where);
    return current.files.length > 0
      ? handler.remove(current.spec ?? spec, where, current)
      : [];
  }

  observe(record: RequestRecord): Promise<RequestSighting> {
    const handler = this.#assessor.handlerOf(record.asked.kind);
    const { pullRequest } = record.progress.proposal ?? {};
    const merged = record.progress.steps.find(
      ({ state }) => state === 'merged',
    );
    return handler.observe(
      record,
      pullRequest?.mergedAt ?? merged?.at ?? record.asked.requestedAt,
    );
  }

  async #of(record: RequestRecord) {
    const assessor = this.#assessor;
    const handler = assessor.handlerOf(record.asked.kind);
    const spec = specOf(record);
    const where = await handler.locate(spec);
    if ('notLocated' in where) {
      throw new RequestRefusal([{ field: '', message: where.notLocated }]);
    }
    return { assessor, handler, spec, where };
  }
}
