// Classe InterviaClient : ce que LSC demande à Intervia (/lsc/v1).
// $lsc:=cs.InterviaClient.new("https://intervia.example"; $cle)

Class constructor($url : Text; $cle : Text)
	This.url:=$url
	This.cle:=$cle
	
	// À qui est la clé, et ce qu'elle permet.
Function moi()->$reponse : Object
	$reponse:=This._json("GET"; "/lsc/v1/key"; 30)
	
	// Une page de changements : {statut; corps: {items; next; more}}. $apres est le curseur conservé, "" la première fois.
	// $attente : secondes pendant lesquelles la plateforme attend un changement (25 au plus).
Function changements($apres : Text; $attente : Integer)->$reponse : Object
	var $chemin : Text
	$chemin:="/lsc/v1/changes?wait="+String($attente)
	If ($apres#"")
		// Un curseur n'a que des lettres, des chiffres, « - », « _ » et « . » : rien à encoder.
		$chemin:=$chemin+"&after="+$apres
	End if 
	$reponse:=This._json("GET"; $chemin; $attente+15)
	
	// Tout, tel qu'aujourd'hui : {statut; curseur; enregistrements}. Une réponse coupée n'a pas de curseur : la redemander.
Function etat()->$etat : Object
	var $reponse : Object
	var $lignes : Collection
	var $ligne : Text
	var $objet : Object
	var $curseur : Text
	var $complet : Boolean
	$reponse:=This._envoyer("GET"; "/lsc/v1/snapshot"; ""; ""; 600)
	$etat:=New object("statut"; $reponse.statut; "curseur"; ""; "enregistrements"; New collection)
	If ($reponse.statut=200)
		$lignes:=Split string($reponse.texte; "\n"; sk ignore empty strings)
		For each ($ligne; $lignes)
			$objet:=JSON Parse($ligne)
			Case of 
				: ($objet.next#Null)
					$curseur:=$objet.next
				: ($objet.done#Null)
					$complet:=$objet.done
				Else 
					$etat.enregistrements.push($objet)
			End case 
		End for each 
		If ($complet)
			$etat.curseur:=$curseur
		End if 
	End if 
	
	// Publie des enregistrements {type; id; version; data}. Renvoie {statut; fin; refus} : les lignes refusées et la dernière ligne.
	// $import est choisi par LSC ; après une coupure, le même import reprend après sa dernière ligne traitée.
Function publier($enregistrements : Collection; $import : Text; $apres : Integer)->$resultat : Object
	var $reponse; $enregistrement; $objet : Object
	var $lignes : Collection
	var $ligne : Text
	$lignes:=New collection
	For each ($enregistrement; $enregistrements)
		$objet:=OB Copy($enregistrement)
		$objet.op:="upsert"
		$lignes.push(JSON Stringify($objet))
	End for each 
	$reponse:=This._envoyer("POST"; "/lsc/v1/base?import="+$import+"&after="+String($apres); $lignes.join("\n"); "application/x-ndjson"; 600)
	$resultat:=New object("statut"; $reponse.statut; "fin"; Null; "refus"; New collection)
	If ($reponse.statut=200)
		For each ($ligne; Split string($reponse.texte; "\n"; sk ignore empty strings))
			$objet:=JSON Parse($ligne)
			Case of 
				: ($objet.done#Null)
					$resultat.fin:=$objet
				: ($objet.status="REFUSED")
					$resultat.refus.push($objet)
			End case 
		End for each 
	End if 
	
	// Où en est un import : {statut; corps: {import: {lastLine; …}}}.
Function avancement($import : Text)->$reponse : Object
	$reponse:=This._json("GET"; "/lsc/v1/base/imports/"+$import; 30)
	
	// Une seconde clé. À conserver, puis appeler terminerAncienne : les deux sont valables entre-temps.
Function renouveler()->$reponse : Object
	$reponse:=This._json("POST"; "/lsc/v1/key/rotation"; 30)
	If ($reponse.statut=200)
		This.cle:=$reponse.corps.shownOnce
	End if 
	
Function terminerAncienne()->$reponse : Object
	$reponse:=This._json("DELETE"; "/lsc/v1/key/other-secrets"; 30)
	
	// {statut; corps}. statut 0 : la plateforme n'a pas répondu. Un refus a corps.code (programme) et corps.detail (personne).
Function _json($methode : Text; $chemin : Text; $delai : Integer)->$reponse : Object
	$reponse:=This._envoyer($methode; $chemin; ""; ""; $delai)
	$reponse.corps:=Null
	If (($reponse.texte#"") && ($reponse.texte[[1]]="{"))
		$reponse.corps:=JSON Parse($reponse.texte)
	End if 
	
Function _envoyer($methode : Text; $chemin : Text; $corps : Text; $type : Text; $delai : Integer)->$reponse : Object
	var $options; $entetes : Object
	var $requete : 4D.HTTPRequest
	$entetes:=New object("Authorization"; "Bearer "+This.cle; "Accept"; "application/json")
	If ($type#"")
		$entetes["Content-Type"]:=$type
	End if 
	$options:=New object("method"; $methode; "headers"; $entetes; "dataType"; "text"; "timeout"; $delai; "automaticRedirections"; False)
	If ($corps#"")
		$options.body:=$corps
	End if 
	$requete:=4D.HTTPRequest.new(This.url+$chemin; $options)
	$requete.wait($delai+5)
	$reponse:=New object("statut"; 0; "texte"; ""; "patienter"; 5)
	If ($requete.response#Null)
		$reponse.statut:=$requete.response.status
		$reponse.texte:=String($requete.response.body)
		If ($requete.response.headers["retry-after"]#Null)
			$reponse.patienter:=Num($requete.response.headers["retry-after"])
		End if 
	End if 
