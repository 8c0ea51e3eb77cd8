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

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { IngestRefusal } from '../ingest/IngestRefusal';

/** Why what was pushed is turned away, where the error says no more. */
const REASONS: Record<number, string> = {
  400: 'invalid',
  401: 'unknownToken',
  403: 'forbidden',
  413: 'tooLarge',
  429: 'tooMany',
};

/** Counts what clusters push and the portal turns away. */
export class IngestRejects {
  readonly #rejects;

  constructor(metrics: MetricsService) {
    this.#rejects = metrics.createCounter<{ route: string; reason: string }>(
      'eks_fleet.ingest.rejects',
      {
        description: 'What clusters push and is turned away, by reason',
        unit: '{request}',
      },
    );
  }

  /** What fails here, and is not the sender's doing, is not counted. */
  count(route: string, error: unknown): void {
    const reason =
      error instanceof IngestRefusal ? error.reason : REASONS[statusOf(error)];
    if (reason !== undefined) {
      this.#rejects.add(1, { route, reason });
    }
  }
}

function statusOf(error: unknown): number {
  const { name, status, statusCode } = (error ?? {}) as {
    name?: string;
    status?: number;
    statusCode?: number;
  };
  switch (name) {
    case 'AuthenticationError':
      return 401;
    case 'InputError':
      return 400;
    default:
      return statusCode ?? status ?? 500;
  }
}
