import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useRolloutSignal } from './useRolloutSignal';

type Message = { rollout?: string };
type Listener = (message: Message) => void;

class FakeSignals {
  readonly listeners = new Map<string, Listener>();

  subscribe(channel: string, onMessage: Listener) {
    this.listeners.set(channel, onMessage);
    return { unsubscribe: () => this.listeners.delete(channel) };
  }

  send(message: Message) {
    act(() => this.listeners.get('eks-fleet:rollouts')?.(message));
  }
}

function listen(signals: FakeSignals | undefined, rollout?: string) {
  const onChanged = jest.fn();
  const wrapper = (props: { children: ReactNode }) =>
    signals ? (
      <TestApiProvider apis={[[signalApiRef, signals as never]]}>
        {props.children}
      </TestApiProvider>
    ) : (
      <TestApiProvider apis={[]}>{props.children}</TestApiProvider>
    );
  const hook = renderHook(() => useRolloutSignal(onChanged, rollout), {
    wrapper,
  });
  return { onChanged, ...hook };
}

describe('useRolloutSignal', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('calls back once for many changes at a time', () => {
    const signals = new FakeSignals();
    const { onChanged, result } = listen(signals);
    expect(result.current).toBe(true);
    signals.send({ rollout: 'r1' });
    signals.send({ rollout: 'r2' });
    jest.advanceTimersByTime(1000);
    expect(onChanged).toHaveBeenCalledTimes(1);
    signals.send({});
    jest.advanceTimersByTime(1000);
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  it('leaves out what is about other rollouts', () => {
    const signals = new FakeSignals();
    const { onChanged } = listen(signals, 'r1');
    signals.send({ rollout: 'r2' });
    jest.advanceTimersByTime(1000);
    expect(onChanged).not.toHaveBeenCalled();
    signals.send({ rollout: 'r1' });
    jest.advanceTimersByTime(1000);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('stops listening with its page', () => {
    const signals = new FakeSignals();
    const { onChanged, unmount } = listen(signals);
    signals.send({ rollout: 'r1' });
    unmount();
    jest.advanceTimersByTime(1000);
    expect(onChanged).not.toHaveBeenCalled();
    expect(signals.listeners.size).toBe(0);
  });

  it('does without where the portal has no signals', () => {
    expect(listen(undefined).result.current).toBe(false);
  });
});
