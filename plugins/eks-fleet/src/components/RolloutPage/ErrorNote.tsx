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

import { Alert } from '@backstage/ui';
import type { StepError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';

/** What failed, in words, and what to do about it. */
export function ErrorNote(props: { error: StepError }) {
  const { advice, code, message, resourceIds = [] } = props.error;
  const t = useTranslation();
  return (
    <Alert
      status="danger"
      icon
      title={t('cell.error', { code, message })}
      description={
        <>
          {advice && <div>{t('cell.advice', { advice })}</div>}
          {resourceIds.length > 0 && (
            <div>{t('cell.resources', { ids: resourceIds.join(', ') })}</div>
          )}
        </>
      }
    />
  );
}
