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
  ExceptionAsk,
  ExceptionProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { cleanText } from '../../../proposals/cleanText';
import { fillExceptionPath } from '../fillExceptionPath';
import { parseExpiry } from '../parseExpiry';
import type { ExceptionConfig } from '../readExceptionConfig';
import { exceptionName } from '../render/exceptionName';
import { hashFiles, renderFiles } from '../render/renderFiles';
import { refuseScope } from '../render/refuseScope';
import { renderingOf } from '../render/renderingOf';
import type { ExceptionAsked } from '../types';
import type { ExceptionSubject } from './ExceptionSubjects';

/** What an exception would be, and what keeps it from being asked for. */
export interface ExceptionDraft {
  problems: ExceptionProblem[];
  /** Left out where it cannot be written at all. */
  asked?: ExceptionAsked;
}

const MOST_CLUSTERS = 100;
/** Shown until there is a reason and an end. */
const UNSAID = '…';

/** Makes a request of what was asked for. Pure. */
export function draftException(
  ask: ExceptionAsk,
  { clusters, policy, rule, scope }: ExceptionSubject,
  options: { config: ExceptionConfig; by: string; id: string; now: Date },
): ExceptionDraft {
  const { by, config, id, now } = options;
  const problems: ExceptionProblem[] = [];
  const refuse = (field: ExceptionProblem['field'], message: string) => {
    problems.push({ field, message });
  };
  const renderings = clusters.map(({ version }) =>
    renderingOf({ ...policy, version }),
  );
  const refused = renderings.find(each => 'problem' in each);
  const [first] = renderings;
  if (refused || !first || !('rendering' in first)) {
    refuse(
      'policy',
      refused && 'problem' in refused ? refused.problem : 'No cluster has it',
    );
    return { problems };
  }
  const { rendering } = first;
  const scopeProblem = refuseScope(scope, rendering);
  if (scopeProblem) {
    refuse('scope', scopeProblem);
    return { problems };
  }
  if (clusters.length > MOST_CLUSTERS) {
    refuse(
      'clusters',
      `${clusters.length} clusters are too many for one request; ${MOST_CLUSTERS} at most`,
    );
  }
  if (!config.repository) {
    refuse(
      'policy',
      'There is no fleet repository that exceptions go to: eksFleet.policies.exceptions.repository',
    );
  }
  const reason = cleanText(ask.reason);
  const ticket = cleanText(ask.ticket).replaceAll('\n', ' ');
  if (!reason) {
    refuse('reason', 'is missing');
  }
  if (!ticket && config.ticket === 'required') {
    refuse(
      'ticket',
      'is missing, and required here (eksFleet.policies.exceptions.ticket)',
    );
  }
  const expiry = parseExpiry(ask.expiresAt, { maxDays: config.maxDays, now });
  if ('problem' in expiry) {
    refuse('expiresAt', expiry.problem);
  }
  const content = {
    id,
    name: exceptionName(id, policy.name, scope),
    policy: {
      id: policy.id,
      engine: policy.engine,
      kind: policy.kind,
      namespace: policy.namespace,
      name: policy.name,
      // Exceptions in CEL, and in values, know no single check.
      rule: rendering === 'kyverno.io' ? rule : undefined,
    },
    scope,
    reason: reason || UNSAID,
    ticket: ticket || undefined,
    requestedBy: by,
    expiresAt: 'expiresAt' in expiry ? expiry.expiresAt : UNSAID,
  };
  const template = rendering === 'gatekeeper' ? config.valuesPath : config.path;
  const files = renderFiles(content, {
    rendering,
    namespace: config.namespace,
    places: clusters.map(({ cluster }) => ({
      arn: cluster.arn,
      path: fillExceptionPath(template, {
        environment: cluster.environment,
        account: cluster.accountId,
        region: cluster.region,
        cluster: cluster.name,
        name: content.name,
      }),
    })),
  });
  return {
    problems,
    asked: {
      ...content,
      finding: ask.finding,
      rendering,
      requestedAt: now.toISOString(),
      approval: config.approval,
      repository: config.repository?.id ?? '',
      files,
      contentHash: hashFiles(files),
    },
  };
}
