// Méthode InterviaExemple : à lancer dans un process de LSC Server (New process).
// LireReglage, EcrireReglage et AppliquerChangement sont des méthodes de LSC : le réglage et le changement doivent être
// enregistrés dans la même transaction.
#DECLARE($url : Text; $cle : Text)

var $lsc : cs.InterviaClient
var $reponse; $changement; $enregistrement : Object
var $curseur : Text
var $enMarche : Boolean

$lsc:=cs.InterviaClient.new($url; $cle)
$curseur:=LireReglage("intervia.curseur")
$enMarche:=True

While ($enMarche & Not(Process aborted))
	
	If ($curseur="")
		$reponse:=$lsc.etat()
		If ($reponse.curseur#"")
			START TRANSACTION
			For each ($enregistrement; $reponse.enregistrements)
				AppliquerChangement($enregistrement)
			End for each 
			$curseur:=$reponse.curseur
			EcrireReglage("intervia.curseur"; $curseur)
			VALIDATE TRANSACTION
		Else 
			DELAY PROCESS(Current process; 60*30)
		End if 
		
	Else 
		$reponse:=$lsc.changements($curseur; 25)
		Case of 
			: ($reponse.statut=200)
				START TRANSACTION
				For each ($changement; $reponse.corps.items)
					AppliquerChangement($changement)
				End for each 
				$curseur:=$reponse.corps.next
				EcrireReglage("intervia.curseur"; $curseur)
				VALIDATE TRANSACTION
				
			: ($reponse.statut=410)
				// Trop ancien : on repart d'un état complet.
				$curseur:=""
				
			: ($reponse.statut=400) | ($reponse.statut=401) | ($reponse.statut=403)
				// Le curseur ou la clé ne sont plus valables : une personne doit agir.
				If ($reponse.corps#Null)
					LOG EVENT(Into 4D debug message; "Intervia : "+$reponse.corps.detail; Error message)
				End if 
				$enMarche:=False
				
			Else 
				DELAY PROCESS(Current process; 60*$reponse.patienter)
		End case 
	End if 
	
End while 
