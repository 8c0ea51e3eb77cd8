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

import { randomUUID } from 'node:crypto';
import type {
  ExceptionAsk,
  ExceptionPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  EditRefusal,
  GitFailure,
  previewChange,
  type EksFleetGitService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { VersionStore } from '../../../versions/types';
import { presentClusterRef } from '../../service/presentClusterRef';
import { presentFinding } from '../../service/presentFinding';
import { presentPolicyFacts } from '../../service/presentPolicy';
import type { FindingSelection, PolicyStore } from '../../store/types';
import { toChange } from '../describeException';
import type { ExceptionConfig } from '../readExceptionConfig';
import type { ExceptionAsked } from '../types';
import { draftException } from './draftException';
import type { ExceptionSubject, ExceptionSubjects } from './ExceptionSubjects';
import { presentFile } from './presentRequest';
import type { ExceptionAsker } from './types';

const MOST_FINDINGS = 20;

/** Says what an exception would be; keeps nothing. */
export class ExceptionPreviews {
  readonly #policies: Pick<PolicyStore, 'countFindings' | 'findings'>;
  readonly #subjects: ExceptionSubjects;
  readonly #versions: Pick<VersionStore, 'calendar'>;
  readonly #git: Pick<EksFleetGitService, 'repository'>;
  readonly #config: ExceptionConfig;
  readonly #now: () => Date;

  constructor(options: {
    policies: Pick<PolicyStore, 'countFindings' | 'findings'>;
    subjects: ExceptionSubjects;
    versions: Pick<VersionStore, 'calendar'>;
    git: Pick<EksFleetGitService, 'repository'>;
    config: ExceptionConfig;
    now: () => Date;
  }) {
    this.#policies = options.policies;
    this.#subjects = options.subjects;
    this.#versions = options.versions;
    this.#git = options.git;
    this.#config = options.config;
    this.#now = options.now;
  }

  /** @throws NotFoundError, NotAllowedError */
  async preview(
    ask: ExceptionAsk,
    asker: ExceptionAsker,
  ): Promise<ExceptionPreview> {
    const { approval, maxDays, repository, ticket } = this.#config;
    const now = this.#now();
    const rules = {
      approval,
      maxDays,
      ticketRequired: ticket === 'required',
      repository: repository?.url,
    };
    const nothing = {
      ...rules,
      notes: [],
      clusters: [],
      files: [],
      diff: '',
      findings: { count: 0, items: [] },
    };
    const subject = await this.#subjects.find(ask, asker, now);
    if ('problems' in subject) {
      return { ...nothing, ...subject };
    }
    const { asked, problems } = draftException(ask, subject, {
      config: this.#config,
      by: asker.userRef,
      id: randomUUID(),
      now,
    });
    const policy = presentPolicyFacts(subject.policy);
    const clusters = subject.clusters.map(({ cluster }) =>
      presentClusterRef(cluster),
    );
    if (!asked) {
      return { ...nothing, policy, clusters, problems };
    }
    const { diff, note } = await this.#diff(asked, asker);
    return {
      ...rules,
      problems,
      notes: [...notesOn(asked, subject), ...(note ? [note] : [])],
      policy,
      rendering: asked.rendering,
      scope: asked.scope,
      name: asked.name,
      clusters,
      files: asked.files.map(presentFile),
      diff,
      findings: await this.#covered(asked, subject, asker, now),
    };
  }

  async #diff(
    asked: ExceptionAsked,
    { userRef }: ExceptionAsker,
  ): Promise<{ diff: string; note?: string }> {
    const { repository } = this.#config;
    if (!repository) {
      return { diff: '' };
    }
    try {
      const { diff } = await previewChange(
        this.#git.repository(repository.id, userRef),
        toChange(asked.files, repository),
      );
      return { diff };
    } catch (error) {
      if (error instanceof GitFailure) {
        return {
          diff: '',
          note: `The repository could not be read: ${error.message}`,
        };
      }
      if (error instanceof EditRefusal) {
        return {
          diff: '',
          note: `It does not fit what is in the repository: ${error.message}`,
        };
      }
      throw error;
    }
  }

  async #covered(
    { policy, scope }: ExceptionAsked,
    { clusters }: ExceptionSubject,
    { readable }: ExceptionAsker,
    now: Date,
  ): Promise<ExceptionPreview['findings']> {
    const selection: FindingSelection = {
      scope: readable,
      filters: [
        [
          {
            facet: 'cluster',
            values: clusters.map(({ cluster }) => cluster.arn),
          },
        ],
      ],
      calendar: await this.#versions.calendar(),
      now,
      policyIds: [policy.id],
      state: 'open',
      results: ['fail', 'warn', 'error'],
      namespaces: scope.namespace ? [scope.namespace] : undefined,
      rules: policy.rule ? [policy.rule] : undefined,
      ...(scope.kind === 'resource' && {
        kinds: [scope.resource.kind],
        resources: [scope.resource.name],
      }),
    };
    const { count, isAtLeast } = await this.#policies.countFindings(selection);
    const { records } = await this.#policies.findings(selection, {
      order: { field: 'severity', direction: 'desc' },
      limit: MOST_FINDINGS,
    });
    return {
      count,
      isAtLeast: isAtLeast || undefined,
      items: records.map(record => presentFinding(record, now)),
    };
  }
}

function notesOn({ rendering }: ExceptionAsked, { rule }: ExceptionSubject) {
  const notes: string[] = [];
  if (rendering !== 'kyverno.io' && rule) {
    notes.push('It covers all that the policy checks, not this check alone');
  }
  if (rendering === 'kyverno.io') {
    notes.push(
      'Kyverno knows no end of exceptions from policies of this kind: it holds until it is removed, which the portal proposes in time',
    );
  }
  return notes;
}
