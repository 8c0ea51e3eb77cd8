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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { specChanges } from '../../lib/specChanges';
import { specFacts } from '../../lib/specText';
import { CostView } from '../RequestCost';
import { FactList } from '../FactList';
import { SpecChanges } from '../SpecChanges';
import { VerdictView } from '../RequestVerdict';

/** What somebody agrees to: what is wanted, what speaks against it, and what it costs. */
export function ApprovedThing(props: { request: FleetRequest }) {
  const { before, cost, kind, operation, preflight, spec } = props.request;
  const t = useTranslation();
  return (
    <>
      {before && operation !== 'delete' ? (
        <SpecChanges
          changes={specChanges(before, spec)}
          beforeWord={t('request.before')}
          afterWord={t('request.after')}
        />
      ) : (
        <FactList facts={specFacts(t, kind, spec)} />
      )}
      <VerdictView verdict={preflight} />
      {cost && <CostView cost={cost} short />}
    </>
  );
}
