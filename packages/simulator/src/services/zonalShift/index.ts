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

import { AwsError } from '../../aws/errors';
import { zonalShiftRestJson } from '../../aws/protocols';
import type { AwsService, HttpRequest, ServiceCall } from '../../aws/types';
import { textOf } from '../parameters';
import { getManagedResource } from './getManagedResource';
import { listZonalShifts } from './listZonalShifts';

const RESOURCE = /^\/managedresources\/([^/]+)$/;

/** Zonal shift of Amazon Application Recovery Controller, 2022-10-30. */
export const zonalShiftService: AwsService = {
  name: 'arc-zonal-shift',
  protocol: zonalShiftRestJson,
  resolve,
  operations: {
    GetManagedResource: getManagedResource,
    ListZonalShifts: listZonalShifts,
  },
};

function resolve({ method, path, query }: HttpRequest): ServiceCall {
  if (method === 'GET' && path === '/zonalshifts') {
    const parameters = Object.fromEntries(new URLSearchParams(query));
    return {
      operation: 'ListZonalShifts',
      parameters,
      cluster: clusterOf(parameters.resourceIdentifier),
      pageToken: textOf(parameters, 'nextToken'),
    };
  }
  const [, resource] = RESOURCE.exec(path) ?? [];
  if (method === 'GET' && resource !== undefined) {
    const resourceIdentifier = decodeURIComponent(resource);
    return {
      operation: 'GetManagedResource',
      parameters: { resourceIdentifier },
      cluster: clusterOf(resourceIdentifier),
    };
  }
  const { code, status, message } = zonalShiftRestJson.errors.unknownOperation;
  throw new AwsError(code, status, message);
}

function clusterOf(identifier: string | undefined): string | undefined {
  return identifier?.split(':cluster/')[1];
}
