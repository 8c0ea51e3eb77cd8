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
import type { RequestSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { PreflightGround } from '../preflight';
import type { RequestStore } from '../store/types';
import type { GroundReader } from './GroundReader';
import { ASKED_FOR, locksOf, newRecord, refuseDenied } from './newRequest';
import type { PreparedAsk, RequestAssessor } from './RequestAssessor';

/**
 * Makes a request by what others hold at that moment.
 *
 * @param asked - `began`: how it came about; a person asked for it where left out
 * @throws RequestRefusal for what is denied, ConflictError where another is in the way
 */
export async function addRequest(
  by: {
    store: Pick<RequestStore, 'add'>;
    assessor: Pick<RequestAssessor, 'judge'>;
    ground: Pick<GroundReader, 'withReservations'>;
    now: () => Date;
  },
  prepared: PreparedAsk,
  ground: PreflightGround,
  asked: {
    by: string;
    reason: string;
    ticket?: string;
    task?: string;
    submission?: string;
    began?: { source: RequestSource; message: string };
  },
): ReturnType<RequestStore['add']> {
  const { began = ASKED_FOR, submission, ...texts } = asked;
  const id = randomUUID();
  return by.store.add(locksOf(prepared), submission, reservations => {
    const { assessment, claims, spec } = by.assessor.judge(
      prepared,
      by.ground.withReservations(ground, reservations),
      id,
    );
    refuseDenied(assessment);
    const at = by.now().toISOString();
    return {
      record: newRecord(prepared, {
        ...texts,
        id,
        at,
        assessment,
        spec,
        began,
      }),
      claims,
      event: {
        at,
        ...(began.source === 'person' && { by: asked.by }),
        state: 'draft',
        ...began,
      },
    };
  });
}
