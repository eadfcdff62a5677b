/** Whether the boost button acts on a controller. Source: mapping table rows 13 to 17. */
export const boostFunctionControl = (controller: number) =>
  ({ classId: 1, obis: `0-0:94.44.6.${controller}` }) as const;
