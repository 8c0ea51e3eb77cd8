export interface Config {
  /**
   * Makes this portal a demo: a simulated cloud and sign-in without a
   * password. Never set this where anything is real.
   */
  demo?: {
    simulator?: {
      /** `demo`, or `AxRxC` accounts, Regions and clusters of each. */
      fleet?: string;
      port?: number;
      kubernetesPort?: number;
      githubPort?: number;
      latencyMs?: number;
      /** How many times faster than in AWS updates of clusters are; 1 by default. */
      speed?: number;
    };
    users: Array<{
      name: string;
      title: string;
      role: string;
      description: string;
      /** Names of groups. */
      memberOf: string[];
    }>;
  };
}
