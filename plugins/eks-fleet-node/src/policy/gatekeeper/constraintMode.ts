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

import type { PolicyMode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Constraint } from './documents';

const MODES: Record<string, PolicyMode | undefined> = {
  deny: 'enforce',
  warn: 'warn',
  dryrun: 'audit',
};

const AUDIT = 'audit.gatekeeper.sh';
const ADMISSION = ['validation.gatekeeper.sh', 'vap.k8s.io', '*'];

/** What a constraint does with what breaks it; `deny` where it says nothing. */
export function constraintMode({ spec = {} }: Constraint): PolicyMode {
  const { enforcementAction = 'deny', scopedEnforcementActions = [] } = spec;
  if (enforcementAction !== 'scoped') {
    // What it does not know, Gatekeeper does nothing about but to say so.
    return modeOf(enforcementAction);
  }
  const modes = new Set<PolicyMode>();
  let audited = false;
  for (const { action = '', enforcementPoints } of scopedEnforcementActions) {
    const points = namesOf(enforcementPoints);
    audited ||= points.some(point => point === AUDIT || point === '*');
    if (points.some(point => ADMISSION.includes(point))) {
      modes.add(modeOf(action));
    }
  }
  if (modes.size > 1) {
    return 'mixed';
  }
  return [...modes][0] ?? (audited ? 'audit' : 'off');
}

/** Whether the audit looks at it at all. */
export function isAudited({ spec = {} }: Constraint): boolean {
  const { enforcementAction, scopedEnforcementActions = [] } = spec;
  return (
    enforcementAction !== 'scoped' ||
    scopedEnforcementActions.some(({ enforcementPoints }) =>
      namesOf(enforcementPoints).some(
        point => point === AUDIT || point === '*',
      ),
    )
  );
}

function modeOf(action: string): PolicyMode {
  return Object.hasOwn(MODES, action) ? MODES[action]! : 'audit';
}

function namesOf(points: Array<{ name?: string }> = []): string[] {
  return points.map(({ name = '' }) => name);
}
