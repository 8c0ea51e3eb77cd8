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
  KUBERNETES_OBSERVATION_KINDS,
  type KubernetesDeprecatedApisDocument,
  type ObservationError,
  type ReportedObservations,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { mergeDeprecatedApis } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ReportedObservation } from '../../collection/store/types';
import { pruneToSchema } from './pruneToSchema';
import type { ReportingCluster } from './ReporterGate';

/** Three times as long as the reporter's schedule. */
const FRESH_FOR_MS = 45 * 60_000;
const MAX_MESSAGE_LENGTH = 1000;

/**
 * What of a report is recorded. A reporter remembers nothing: what it saw of
 * deprecated APIs is added to what is known.
 */
export function toReports(
  body: ReportedObservations,
  options: {
    cluster: ReportingCluster;
    deprecatedApis?: KubernetesDeprecatedApisDocument;
    now: Date;
  },
): ReportedObservation[] {
  const { cluster, deprecatedApis, now } = options;
  const said = new Date(body.observedAt);
  const observedAt = said > now ? now : said;
  const common = { cluster, source: 'reporter', observedAt } as const;
  const freshUntil = new Date(observedAt.getTime() + FRESH_FOR_MS);
  const documents = body as unknown as Record<string, unknown>;
  const errors = (body.errors ?? {}) as Record<string, ObservationError>;
  return KUBERNETES_OBSERVATION_KINDS.flatMap((kind): ReportedObservation[] => {
    if (documents[kind]) {
      const document =
        kind === 'kubernetesDeprecatedApis'
          ? mergeDeprecatedApis(
              deprecatedApis,
              body.kubernetesDeprecatedApis?.apis ?? [],
              observedAt,
            )
          : pruneToSchema(documents[kind], schemaOf(kind));
      return [{ ...common, kind, document, freshUntil }];
    }
    if (Object.hasOwn(errors, kind)) {
      const { code, message } = errors[kind];
      return [
        {
          ...common,
          kind,
          error: { code, message: message.slice(0, MAX_MESSAGE_LENGTH) },
        },
      ];
    }
    return [];
  });
}

function schemaOf(kind: string): string {
  return `${kind[0].toUpperCase()}${kind.slice(1)}Document`;
}
