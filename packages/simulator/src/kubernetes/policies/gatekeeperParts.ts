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

import { Constraint } from './Constraint';
import {
  constraintTemplate,
  gatekeeperConfig,
  type Audit,
} from './gatekeeperTemplates';
import { versioned } from './manifestObject';
import type { Listed, PolicyContext, PolicyObjects } from './policyContext';

const CONSTRAINTS_GROUP = 'constraints.gatekeeper.sh';

/** Templates, their constraints and their kinds where Gatekeeper is installed. */
export function gatekeeperParts({
  story,
  settings,
  subjects,
  surroundings,
  metadata,
}: PolicyContext): PolicyObjects {
  const gatekeeper = story.gatekeeper ?? {};
  const audit: Audit = {
    story,
    gatekeeper,
    surroundings,
    subjects: () => subjects,
  };
  const own = settings.filter(
    ({ policy }) => gatekeeper.policies?.includes(policy.name) ?? true,
  );
  return {
    customResources: own
      .filter(
        ({ policy }) => gatekeeper.templateErrors?.[policy.name] === undefined,
      )
      .map(({ policy }) => ({
        group: CONSTRAINTS_GROUP,
        version: 'v1beta1',
        plural: policy.kind.toLowerCase(),
        kind: policy.kind,
        namespaced: false,
      })),
    byResource: [
      [
        'constrainttemplates.templates.gatekeeper.sh',
        own.map(setting =>
          versioned(constraintTemplate(setting, audit, metadata)),
        ),
      ],
      ['configs.config.gatekeeper.sh', [gatekeeperConfig(metadata)]],
      ...own.map((setting): [string, Listed[]] => [
        `${setting.policy.kind.toLowerCase()}.${CONSTRAINTS_GROUP}`,
        [new Constraint(setting, audit, metadata)],
      ]),
    ],
  };
}
