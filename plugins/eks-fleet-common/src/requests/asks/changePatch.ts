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
import type { JsonObject } from '@backstage/types';
import type { RequestAsk, RequestBase, RequestCurrent } from '../requestTypes';
import {
  changeAddons,
  changeGitopsAddons,
  changeNodeGroup,
  type AddonChange,
  type NodeGroupChange,
} from './editCluster';

/**
 * What of something that is there is to be otherwise.
 *
 * @public
 */
export interface SpecChange {
  /** A JSON merge patch (RFC 7396) of what Git says. */
  patch?: JsonObject;
  nodeGroup?: NodeGroupChange;
  addons?: AddonChange;
  gitopsAddons?: { add?: string[]; remove?: string[] };
  /** What the form was opened on. */
  base?: RequestBase;
}

/**
 * What is asked for of what Git says now. A list that is edited is asked for as
 * a whole, and so on the state that it was read in. Pure.
 *
 * @throws InputError with the field that is wrong
 *
 * @public
 */
export function changePatch(
  change: SpecChange,
  kind: RequestAsk['kind'],
  current: Pick<RequestCurrent, 'commit' | 'spec' | 'specHash'>,
): Pick<RequestAsk, 'base' | 'patch'> {
  const { addons, gitopsAddons, nodeGroup, patch } = change;
  const spec = current.spec as JsonObject;
  const edited = nodeGroup || addons || gitopsAddons;
  if (edited && kind !== 'cluster') {
    throw new InputError(
      'nodeGroup, addons, gitopsAddons: only clusters have them',
    );
  }
  if (!edited && !patch) {
    throw new InputError('patch: is missing; say what is to be otherwise');
  }
  return {
    patch: {
      ...patch,
      ...(nodeGroup && {
        compute: {
          ...(patch?.compute as JsonObject | undefined),
          nodeGroups: changeNodeGroup(spec, nodeGroup),
        },
      }),
      ...(addons && { addons: changeAddons(spec, addons) }),
      ...(gitopsAddons && {
        gitopsAddons: changeGitopsAddons(spec, gitopsAddons),
      }),
    },
    // A whole list is asked for, of which nobody else may have changed a part.
    ...(edited && {
      base: change.base ?? {
        specHash: current.specHash,
        commit: current.commit,
      },
    }),
  };
}
