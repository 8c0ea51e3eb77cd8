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

import type { ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';
import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useRequestOptions } from '../../hooks/useTemplateForm';
import { useTranslation } from '../../hooks/useTranslation';
import { QueryView } from '../QueryView';

/** What may be offered to a team, or why nobody can tell. */
export function OptionsView(props: {
  owner: string | undefined;
  children: (options: RequestOptions) => ReactNode;
}) {
  const t = useTranslation();
  return (
    <QueryView
      query={useRequestOptions(props.owner)}
      what={t('askNamespace.what')}
      permission="eks-fleet.request.create"
      skeleton={<Skeleton height={72} />}
    >
      {props.children}
    </QueryView>
  );
}
