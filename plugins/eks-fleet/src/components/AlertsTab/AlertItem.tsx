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

import { useEffect, useRef, useState } from 'react';
import { Skeleton } from '@backstage/ui';
import type { Alert } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useAlert } from '../../hooks/useAlert';
import { useTranslation } from '../../hooks/useTranslation';
import { alertSeverities, alertStates } from '../../states';
import { Age } from '../Age';
import { AlertDetails, RunbookLink } from '../AlertDetails';
import { QueryView } from '../QueryView';
import { StateBadge } from '../StateBadge';
import styles from './AlertsTab.module.css';

/** One alert, which opens to all that is known of it. */
export function AlertItem(props: {
  alert: Alert;
  /** Whether a link led here for it. */
  meant: boolean;
}) {
  const { alert, meant } = props;
  const t = useTranslation();
  const item = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(meant);
  const severity = alertSeverities[alert.severity];
  const state = alertStates[alert.state];

  // Once for each link, so that reading again does not move the page.
  useEffect(() => {
    if (meant) {
      setOpen(true);
      item.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [meant]);

  return (
    <li
      ref={item}
      className={styles.alert}
      data-meant={meant || undefined}
      aria-current={meant || undefined}
    >
      <div className={styles.line}>
        <StateBadge look={severity}>{t(severity.word)}</StateBadge>
        <button
          type="button"
          className={styles.name}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {alert.name}
        </button>
        <StateBadge look={state}>{t(state.word)}</StateBadge>
        <span className={styles.about}>
          {t('alerts.since', { age: <Age time={alert.startsAt} past /> })}
        </span>
        {alert.ambiguous && (
          <span className={styles.about}>{t('alerts.ambiguous')}</span>
        )}
        <span className={styles.end}>
          <RunbookLink alert={alert} />
        </span>
      </div>
      {!open && alert.summary && (
        <div className={styles.about}>{alert.summary}</div>
      )}
      {open && <Details alert={alert} />}
    </li>
  );
}

function Details(props: { alert: Alert }) {
  const { fingerprint, source } = props.alert;
  const t = useTranslation();
  const query = useAlert({ source: source.id, fingerprint });
  return (
    <QueryView
      query={query}
      what={t('alerts.whatOne')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={160} />}
    >
      {alert => <AlertDetails alert={alert} />}
    </QueryView>
  );
}
