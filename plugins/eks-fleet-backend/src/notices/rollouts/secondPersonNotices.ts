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

import { parseEntityRef } from '@backstage/catalog-model';
import { deepLink } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutSnapshot } from '../../rollouts/records';
import type { Notice } from '../types';
import { scopeOf, type SecondPersonWanted } from './types';

const ACT = { force: 'force it', rollBack: 'take it back' };

/**
 * What somebody asked for that takes a second person is told to the owners of
 * the cell's clusters, else to who planned the rollout; never to who asked, who
 * may not agree to it. Pure.
 */
export function secondPersonNotices(
  { rollout }: RolloutSnapshot,
  wanted: SecondPersonWanted[],
  portalPath?: string,
): Notice[] {
  return wanted.map(({ act, by, cell, id, name, owners, reason }) => {
    const [owner = rollout.createdBy, ...others] = owners;
    return {
      scope: `${scopeOf(rollout.id)}cell/${cell}/${act}`.slice(0, 400),
      fingerprint: id,
      owner,
      others,
      except: [by],
      family: `rollout/${rollout.id}`,
      topic: 'approval',
      severity: 'high',
      title: `${rollout.title}: ${name} waits for a second person`,
      description: `${nameOf(by)} asks to ${ACT[act]}: ${reason.replace(
        /\.$/,
        '',
      )}. Somebody else has to agree.`,
      link: deepLink({ rollout: rollout.id, cell }, portalPath),
    };
  });
}

function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
