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

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { RequestProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRequestsApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import {
  amendedSpec,
  namespaceDraftOf,
  type NamespaceDraft,
} from '../../lib/namespaceDraft';
import { maxTtlDays } from '../../lib/requestOptions';
import { problemAt } from '../../lib/requestProblems';
import type { SpecData } from '../../lib/specChanges';
import {
  PodSecurityField,
  QuotaField,
  TimeToLiveField,
} from '../RequestFields';

/** What an approver may want otherwise of a namespace: how much, how long, and how strict. */
export function AmendNamespace(props: {
  spec: SpecData;
  problems: readonly RequestProblem[];
  onChange: (spec: SpecData) => void;
}) {
  const { onChange, problems, spec } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRequestsApiRef);
  const now = useNow(3600);
  const [draft, setDraft] = useState(() => namespaceDraftOf(spec));
  const options = useFleetQuery(
    useCallback(
      () => api.getRequestOptions(draft.owner || undefined),
      [api, draft.owner],
    ),
  ).value;
  const change = (part: Partial<NamespaceDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(amendedSpec(spec, next));
  };
  return (
    <>
      <QuotaField
        value={draft.quota}
        onChange={quota => change({ quota })}
        sizes={options?.namespaces.sizes ?? []}
        problems={problems}
      />
      <TimeToLiveField
        value={draft.expiresOn}
        onChange={expiresOn => change({ expiresOn })}
        now={now}
        maxDays={options && maxTtlDays(options, draft.environment)}
        problem={problemAt(problems, 'spec.expiresOn', t('field.expiresOn'))}
      />
      <PodSecurityField
        value={draft.podSecurity}
        onChange={podSecurity => change({ podSecurity })}
        options={options}
        environment={draft.environment}
        problem={problemAt(
          problems,
          'spec.podSecurity',
          t('field.podSecurity'),
        )}
      />
    </>
  );
}
