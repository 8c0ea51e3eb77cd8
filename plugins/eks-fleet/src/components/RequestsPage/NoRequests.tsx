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

import { Button } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import {
  isRequestViewFiltered,
  NO_REQUEST_FILTERS,
  type RequestView,
} from '../../lib/requestView';
import { AskNamespaceButton } from '../AskNamespacePage';
import { EmptyState } from '../QueryView';

/** Why no request is listed, and what to do about it. */
export function NoRequests(props: {
  view: RequestView;
  /** How many are under way, whosever they are. */
  active: number;
  onChange: (change: Partial<RequestView>) => void;
}) {
  const { active, view, onChange } = props;
  const t = useTranslation();
  if (isRequestViewFiltered(view)) {
    return (
      <EmptyState
        title={t('requests.noneFits')}
        action={
          <Button
            variant="secondary"
            onPress={() => onChange(NO_REQUEST_FILTERS)}
          >
            {t('requests.clear')}
          </Button>
        }
      />
    );
  }
  if (view.show === 'waiting') {
    return (
      <EmptyState
        title={t('requests.noneWaiting')}
        detail={t('requests.noneWaitingDetail')}
        action={
          active > 0 && (
            <Button
              variant="secondary"
              onPress={() => onChange({ show: 'all' })}
            >
              {t('requests.showAll')}
            </Button>
          )
        }
      />
    );
  }
  if (!view.over) {
    return (
      <EmptyState
        title={t(
          view.show === 'mine' ? 'requests.noneMine' : 'requests.noneUnderWay',
        )}
        detail={t('requests.emptyDetail')}
        action={
          <Button variant="secondary" onPress={() => onChange({ over: true })}>
            {t('requests.showOver')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('requests.empty')}
      detail={t('requests.emptyDetail')}
      action={<AskNamespaceButton />}
    />
  );
}
