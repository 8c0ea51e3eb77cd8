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
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage, isForbidden } from '../../lib/errors';
import { formatAge, formatExact } from '../../lib/time';
import { ForbiddenState } from './ForbiddenState';

/** Shows what was read, or which of the other states it is in. */
export function QueryView<T>(props: {
  query: FleetQuery<T>;
  /** What is read, as the beginning of a sentence. */
  what: string;
  /** The permission that the reader lacks where the backend says no. */
  permission: string;
  /** The outline of what will be there. */
  skeleton: ReactNode;
  children: (value: T) => ReactNode;
}) {
  const { query, what, permission, skeleton, children } = props;
  const t = useTranslation();
  const now = useNow();

  if (query.error && isForbidden(query.error)) {
    return <ForbiddenState permission={permission} />;
  }
  if (query.value === undefined) {
    return query.error ? (
      <Alert
        status="danger"
        icon
        role="alert"
        title={t('state.errorTitle', { what })}
        description={[
          errorMessage(query.error),
          t('state.errorSince', {
            time: formatExact(query.failingSince) ?? '',
          }),
          t('state.errorAdvice'),
        ].join(' ')}
        customActions={<RetryButton query={query} />}
      />
    ) : (
      <div aria-busy="true">
        <VisuallyHidden role="status">
          {t('state.loading', { what })}
        </VisuallyHidden>
        {skeleton}
      </div>
    );
  }
  return (
    <>
      {query.error && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('state.staleTitle', {
            age: formatAge(query.valueAt, now) ?? '',
          })}
          description={t('state.staleDetail', {
            time: formatExact(query.failingSince) ?? '',
            message: errorMessage(query.error),
          })}
          customActions={<RetryButton query={query} />}
          mb="3"
        />
      )}
      {children(query.value)}
    </>
  );
}

function RetryButton(props: { query: FleetQuery<unknown> }) {
  const t = useTranslation();
  return (
    <Button
      size="small"
      variant="secondary"
      isPending={props.query.loading}
      onPress={props.query.retry}
    >
      {t('state.retry')}
    </Button>
  );
}
