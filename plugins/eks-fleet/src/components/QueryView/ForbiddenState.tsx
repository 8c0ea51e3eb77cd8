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

import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';

/** Says which right is missing and whom to ask for it. */
export function ForbiddenState(props: { permission: string }) {
  const t = useTranslation();
  const support = useApi(configApiRef).getOptionalString('app.support.url');
  const contact = support && safeUrl(support);
  return (
    <Alert
      status="info"
      icon
      role="alert"
      title={t('state.forbiddenTitle')}
      description={t('state.forbiddenDetail', { permission: props.permission })}
      customActions={
        contact ? (
          <ButtonLink size="small" variant="secondary" href={contact}>
            {t('state.contact')}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}
