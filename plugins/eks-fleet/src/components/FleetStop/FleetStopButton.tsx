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

import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button } from '@backstage/ui';
import { RiPlayLine, RiStopCircleLine } from '@remixicon/react';
import {
  eksFleetFleetStopPermission,
  type FleetStop,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetRolloutsApiRef } from '../../api';
import { useRolloutAction } from '../../hooks/useRolloutAction';
import { useTranslation } from '../../hooks/useTranslation';
import { ConfirmDialog } from '../ConfirmDialog';

/** What the backend wants to be told; not translated. */
const STOP_WORDS = 'stop the fleet';
const GO_WORDS = 'let the fleet go on';

/** Halts all outward writes, or lets them go on; only for who may. */
export function FleetStopButton(props: {
  stop: FleetStop | undefined;
  onChanged: () => void;
}) {
  const { stop, onChanged } = props;
  const t = useTranslation();
  const api = useApi(eksFleetRolloutsApiRef);
  const action = useRolloutAction();
  const [asked, setAsked] = useState(false);
  const { allowed } = usePermission({
    permission: eksFleetFleetStopPermission,
  });
  if (!allowed || !stop) {
    return null;
  }
  const { stopped } = stop;
  const close = () => {
    setAsked(false);
    action.forget();
  };
  const confirm = stopped ? GO_WORDS : STOP_WORDS;
  const change = async (reason: string) => {
    const done = await action.run(
      () => api.setFleetStop({ stopped: !stopped, reason, confirm }),
      stopped ? t('fleetStop.goDone') : t('fleetStop.stopDone'),
    );
    if (done) {
      close();
      onChanged();
    }
  };
  const words = stopped ? t('fleetStop.go') : t('fleetStop.stop');
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        destructive={!stopped}
        iconStart={
          stopped ? (
            <RiPlayLine aria-hidden />
          ) : (
            <RiStopCircleLine aria-hidden />
          )
        }
        onPress={() => setAsked(true)}
      >
        {words}
      </Button>
      {asked && (
        <ConfirmDialog
          title={stopped ? t('fleetStop.goTitle') : t('fleetStop.stopTitle')}
          detail={stopped ? t('fleetStop.goDetail') : t('fleetStop.stopDetail')}
          confirm={words}
          destructive={!stopped}
          typed={confirm}
          reason="needed"
          action={action}
          onConfirm={change}
          onClose={close}
        />
      )}
    </>
  );
}
