/** Texts of the picture of the map for other pages. */
export const pictureWords = {
  alt: (title: string): string => `${title}: a question, its answers, the map and the endings still open`,
};
