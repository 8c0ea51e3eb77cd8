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

import { InputError } from '@backstage/errors';
import {
  GATES_CONTEXT,
  type ClusterFileRule,
  type KeptChange,
  type ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { changesClusters } from './changesClusters';
import { plainMarkdown } from './plainMarkdown';
import type { ProposeInput } from './types';

/**
 * The change that a step asks for. The same name is the same pull request,
 * whatever its files. Pure.
 *
 * @throws InputError
 */
export function toChange(
  { description, name, title }: ProposeInput,
  files: ProposedFile[],
  options: {
    base: string;
    /** Rules by which files describe clusters. */
    clusters: ReadonlyArray<Pick<ClusterFileRule, 'path'>>;
    /** Entity reference of who asks. */
    actor?: string;
    /** Entity reference of the template. */
    template?: string;
  },
): KeptChange {
  const { actor, base, clusters, template } = options;
  if (/\p{Cc}/u.test(title) || !title.trim()) {
    throw new InputError('title: must be one line of text');
  }
  const by = [
    ...(actor ? [`by ${plainMarkdown(actor)}`] : []),
    ...(template ? [`with the template ${plainMarkdown(template)}`] : []),
  ];
  return {
    key: `proposal ${name}`,
    subject: `proposal ${name}`,
    base,
    files,
    title: title.trim(),
    body: [
      ...(description?.trim() ? [plainMarkdown(description), '---'] : []),
      ['Asked for', ...by, 'in the portal.'].join(' '),
    ].join('\n\n'),
    // Versions of clusters move by rollouts, which set it when their gates are open.
    ...(!changesClusters(files, clusters) && {
      status: {
        context: GATES_CONTEXT,
        description: 'A template proposed it; whoever merges this agrees to it',
      },
    }),
    actor,
  };
}
