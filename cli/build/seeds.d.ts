/** What cli/build/seeds-plugin.ts makes of the YAML under seeds/. Checked by the tests of the seeds. */
declare module 'virtual:seeds/base-pack' {
  const pack: import('../../scripts-library/pack.ts').Pack;
  export default pack;
}
declare module 'virtual:seeds/base-rules' {
  const rules: import('../../scripts-library/screen/compile.ts').CompiledRules;
  export default rules;
}
declare module 'virtual:seeds/profiles' {
  const profiles: readonly import('../../core/profile.ts').MetricProfile[];
  export default profiles;
}
declare module 'virtual:seeds/rubrics' {
  const rubrics: readonly unknown[];
  export default rubrics;
}
declare module 'virtual:seeds/desk' {
  const desk: import('../../core/desk.ts').DeskCatalogue;
  export default desk;
}
declare module 'virtual:seeds/shifts' {
  const shifts: readonly import('../../core/shifts/roster.ts').Shift[];
  export default shifts;
}
declare module 'virtual:seeds/build' {
  /** Changes with the code and the data that anything kept between two lives of the background is made by. */
  const build: string;
  export default build;
}
