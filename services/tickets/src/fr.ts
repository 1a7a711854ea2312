/** The only words this service writes for people. */
export const digicodeLine = (digicode: string): string => `Digicode : ${digicode}`;
