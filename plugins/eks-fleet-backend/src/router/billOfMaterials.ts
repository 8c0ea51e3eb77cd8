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

import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Router } from 'express';
import type { RouterOptions } from './createRouter';

/** What clusters are made of. */
export function addBillOfMaterialsRoutes(
  router: Router,
  options: Pick<
    RouterOptions,
    'access' | 'billOfMaterials' | 'collection' | 'httpAuth'
  >,
): void {
  const { access, billOfMaterials, collection, httpAuth } = options;

  router.get(
    '/clusters/by-name/:namespace/:name/bill-of-materials',
    async (request, response) => {
      const scope = await access.scope(await httpAuth.credentials(request));
      const { namespace, name } = request.params;
      const bill = await billOfMaterials.get(
        scope,
        stringifyEntityRef({ kind: 'resource', namespace, name }),
      );
      if (bill.cluster.origin === 'eks-fleet' && bill.cluster.arn) {
        // Somebody looks at it: what is due of it comes first.
        await collection.want([bill.cluster.arn]);
      }
      response.json(bill);
    },
  );
}
