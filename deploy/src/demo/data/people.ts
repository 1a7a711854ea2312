const list = (text: string): string[] => text.trim().split(/\s*,\s*/);

export const FIRST_NAMES: readonly string[] = list(`
  Adèle, Adrien, Agnès, Alain, Alice, Amandine, Amélie, Amina, Anaïs, André, Anne, Antoine, Aurélie,
  Aurélien, Axel, Baptiste, Béatrice, Benoît, Bernard, Brigitte, Camille, Carole, Catherine, Cédric,
  Céline, Chantal, Charlotte, Chloé, Christian, Christophe, Clémence, Colette, Corinne, Damien,
  Daniel, Delphine, Denis, Didier, Dominique, Élise, Élodie, Émilie, Emmanuel, Éric, Estelle, Étienne,
  Fabien, Farid, Fatima, Florence, Florian, François, Françoise, Frédéric, Gabriel, Gaëlle, Geneviève,
  Gérard, Gilles, Guillaume, Hélène, Henri, Hugo, Inès, Isabelle, Jacqueline, Jacques, Jean, Jeanne,
  Jérôme, Joëlle, Jules, Julie, Karim, Karine, Laëtitia, Laure, Laurent, Léa, Louis, Lucas, Lucie,
  Luc, Madeleine, Manon, Marc, Margaux, Marie, Martine, Mathieu, Maxime, Michel, Mireille, Mohamed,
  Monique, Nadia, Nicolas, Noémie, Olivier, Pascal, Patrick, Paul, Philippe, Pierre, Quentin, Rachid,
  Raphaël, Régine, Rémi, Robert, Romain, Sabrina, Samuel, Sandrine, Sébastien, Simon, Solène,
  Stéphane, Sylvie, Théo, Thierry, Thomas, Valérie, Vincent, Virginie, Xavier, Yann, Yasmine, Yves,
  Zoé
`);

export const LAST_NAMES: readonly string[] = list(`
  Aubert, Bailly, Barbier, Baron, Benoit, Bérard, Berger, Bertin, Besson, Blanc, Bonnet, Boucher,
  Bouvier, Brun, Brunet, Carpentier, Charpentier, Chevalier, Clément, Colin, Collet, Cordier, Coste,
  Couturier, Da Silva, Dupuis, Desmarets, Diallo, Dubois, Dufour, Dumas, Dupont, Durand, Fabre, Faure,
  Fayolle, Ferrand, Fontaine, Gaillard, Garcia, Garnier, Gauthier, Genin, Gonin, Granger, Guérin,
  Guichard, Guillot, Haddad, Hubert, Jacquet, Joly, Lacroix, Laurent, Leclerc, Lefèvre, Legrand,
  Lemoine, Leroux, Lopez, Maillard, Mallet, Marchand, Martinez, Masson, Mathieu, Ménard, Mercier,
  Meunier, Michaud, Millet, Monnier, Morin, Nguyen, Nicolas, Noël, Olivier, Pelletier, Perret, Perrot,
  Picard, Pinto, Poirier, Prost, Ravier, Renaud, Rey, Reynaud, Richard, Rivière, Robin, Rolland,
  Rousseau, Roussel, Roux, Saidi, Schmitt, Simon, Tessier, Thévenet, Tissot, Traoré, Vallet, Verdier,
  Vial, Vidal, Vincent, Voisin
`);

/** Owners that are companies, families or trusts. */
export const OWNER_COMPANIES: readonly string[] = list(`
  SCI Les Marronniers, SCI du Parc, Indivision Fayolle, SCI Garibaldi 2000, Foncière des Brotteaux,
  SCI La Colline, Indivision Ravier, SCI Horizon, SCI Saint-Irénée, SARL Patrimoine Rhône
`);
